import { screen } from '@testing-library/react'
import { Suspense } from 'react'
import { expect, it } from 'vitest'
import { renderInCity } from '#tests/city/cityFixture.tsx'
import { later } from './part'

it('a part whose code cannot be had says so in its place, and the rest of the page stands', async () => {
  const Gone = later(() => Promise.reject(new TypeError('Failed to fetch dynamically imported module')))
  const Here = later(async () => () => <p>here</p>)
  renderInCity(
    <Suspense fallback={null}>
      <Here />
      <Gone />
    </Suspense>,
  )
  expect((await screen.findByRole('alert')).textContent).toContain('这一部分没有载入')
  expect(screen.getByText('here')).toBeTruthy()
  expect(screen.getByRole('button', { name: '刷新页面' })).toBeTruthy()
})
