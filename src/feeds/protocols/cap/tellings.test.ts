import { describe, expect, it } from 'vitest'
import { admitCap as admit, BOX, type CapParts, capFile, INFO } from './capFixture'

describe('several infos', () => {
  const english: CapParts = {
    ...INFO,
    language: 'en-US',
    event: 'Rainstorm',
    headline: 'Orange warning of rainstorm',
    description: 'More than 50 mm within three hours',
    senderName: 'County Meteorological Bureau',
    area: { areaDesc: 'Dongzhen', polygon: BOX },
  }

  it('of two languages are one warning, Chinese first whatever their order', () => {
    for (const info of [
      [INFO, english],
      [english, INFO],
    ]) {
      const { features } = admit(capFile({ info }))
      expect(features.map(({ id }) => id)).toEqual(['A1'])
      expect(features[0]?.properties).toMatchObject({
        name: '暴雨橙色预警',
        name_en: 'Orange warning of rainstorm',
        kind_en: 'Rainstorm',
        text_en: 'More than 50 mm within three hours',
        towns_en: 'Dongzhen',
        issuer_en: 'County Meteorological Bureau',
      })
    }
  })

  it('of languages neither Chinese nor English are one warning in the first of them', () => {
    const told = (language: string, event: string) => ({ ...INFO, language, event, headline: event })
    const info = [told('de-DE', 'Starkregen'), told('fr-FR', 'Fortes pluies'), told('it-IT', 'Piogge forti')]
    const { features } = admit(capFile({ info }))
    expect(features.map(({ id, properties }) => [id, properties.name])).toEqual([['A1', 'Starkregen']])
    // English among them is what is shown.
    const withEnglish = admit(capFile({ info: [...info, english] })).features
    expect(withEnglish.map(({ properties }) => properties.name)).toEqual(['Orange warning of rainstorm'])
  })

  it('in Chinese of the mainland before other Chinese', () => {
    const hongKong = { ...INFO, language: 'zh-HK', headline: '黃色暴雨警告信號' }
    const { features } = admit(capFile({ info: [hongKong, INFO] }))
    expect(features.map(({ properties }) => properties.name)).toEqual(['暴雨橙色预警'])
  })

  it('of an event that only the second language tells of is a warning of its own', () => {
    const gale = { ...english, event: 'Gale', headline: 'Blue warning of gale', severity: 'Minor' }
    const found = admit(capFile({ info: [INFO, english, gale] })).features
    expect(found.map(({ id, properties }) => [id, properties.name, properties.name_en])).toEqual([
      ['A1#1', '暴雨橙色预警', 'Orange warning of rainstorm'],
      ['A1#2', 'Blue warning of gale', undefined],
    ])
    // The same whatever their order, and although the numbers of infos are alike.
    const alone = admit(capFile({ info: [gale, INFO] })).features
    expect(alone.map(({ properties }) => properties.name)).toEqual(['暴雨橙色预警', 'Blue warning of gale'])
  })

  it('of two languages that end at different times are two', () => {
    const later = { ...english, expires: '2026-09-01T20:00:00+08:00' }
    expect(admit(capFile({ info: [INFO, later] })).features.map(({ properties }) => properties.until)).toEqual([
      INFO.expires,
      later.expires,
    ])
    // The same moment in another zone is the same end.
    const same = { ...english, expires: '2026-09-01T04:00:00Z' }
    expect(admit(capFile({ info: [INFO, same] })).features).toHaveLength(1)
  })

  it('pair by what they say, not by their order', () => {
    const wind = { ...INFO, event: '大风', headline: '大风蓝色预警', severity: 'Minor' }
    const gale = { ...english, event: 'Gale', headline: 'Blue warning of gale', severity: 'Minor' }
    const found = admit(capFile({ info: [INFO, wind, gale, english] })).features
    expect(found.map(({ properties }) => [properties.name, properties.name_en])).toEqual([
      ['暴雨橙色预警', 'Orange warning of rainstorm'],
      ['大风蓝色预警', 'Blue warning of gale'],
    ])
  })

  it('take the outline that only one language gives', () => {
    const { polygon: _, ...words } = { areaDesc: '东镇', polygon: BOX }
    const { features } = admit(capFile({ info: [{ ...INFO, area: words }, english] }))
    expect(features).toMatchObject([{ id: 'A1', geometry: { type: 'Polygon' }, properties: { towns: '东镇' } }])
  })

  it('of two events are two warnings', () => {
    const wind = { ...INFO, event: '大风', headline: '大风蓝色预警', severity: 'Minor' }
    const found = admit(capFile({ info: [INFO, wind] })).features
    expect(found.map(({ id, properties }) => [id, properties.kind, properties.level])).toEqual([
      ['A1#1', '暴雨', '橙'],
      ['A1#2', '大风', '蓝'],
    ])
  })

  it('in English alone are read as they are', () => {
    expect(admit(capFile({ info: english })).features[0]?.properties).toMatchObject({ kind: 'Rainstorm' })
  })
})
