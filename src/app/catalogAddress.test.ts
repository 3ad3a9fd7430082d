import { expect, test } from 'vitest'
import { catalogAddress } from './catalogAddress'

const PAGE = 'http://map.test/city/'

test.each([
  ['', 'http://map.test/city/geodata/catalog.json', 'installed'],
  ['?catalog=', 'http://map.test/city/geodata/catalog.json', 'installed'],
  ['?catalog=geodata/catalog.json', 'http://map.test/city/geodata/catalog.json', 'installed'],
  ['?catalog=other/catalog.json', 'http://map.test/city/other/catalog.json', 'another'],
  ['?catalog=/other.json', 'http://map.test/other.json', 'another'],
  ['?catalog=http://map.test:8080/catalog.json', 'http://map.test:8080/catalog.json', 'external'],
  ['?catalog=https://map.test/catalog.json', 'https://map.test/catalog.json', 'external'],
])('%s is at %s, and %s', (query, url, whose) => {
  expect(catalogAddress(`${PAGE}${query}`)).toEqual({ url, whose })
})
