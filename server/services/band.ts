import type { Deps } from '../deps.ts'
import { placeMarker } from '../usecases/bands/place-marker.ts'
import { setScaleOf } from '../usecases/bands/set-scale.ts'
import { bind } from './bind.ts'

/** Where a threshold lies, by many. */
export const bandServices = (deps: Deps) => bind(deps, { setScaleOf, placeMarker })
