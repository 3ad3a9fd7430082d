import { boardPart } from '#board/boardPart.ts'
import { eventsPart } from '#maps/events/eventsPart.ts'
import { hazardsPart } from '#maps/hazards/hazardsPart.ts'
import { panoramaPart } from '#maps/panorama/panoramaPart.ts'
import { resourcesPart } from '#maps/resources/resourcesPart.ts'
import { sensingPart } from '#maps/sensing/sensingPart.ts'
import { playbackPart } from '#playback/playbackPart.ts'
import { scenariosPart } from '#scenarios/scenariosPart.ts'
import { joinParts } from '#views/parts/joinParts.ts'

/** The only list of parts: a subject's cards, sheets, tools and figures are on the page because it stands here. */
export const { parts, loadWall, loadPlan, preloads } = joinParts([
  boardPart,
  panoramaPart,
  eventsPart,
  sensingPart,
  hazardsPart,
  resourcesPart,
  playbackPart,
  scenariosPart,
])
