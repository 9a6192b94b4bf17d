import { places } from '../../domain/words/places.ts';
import type { Api } from '../deps.ts';

/** Where somebody begins who asks for no page in particular: in the cockpit where there is one, which leads on whoever has no script. */
export const homeOf = ({ cockpit }: Pick<Api, 'cockpit'>): string => (cockpit === undefined ? places.myTasks : places.cockpit);
