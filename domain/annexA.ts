import list from './annexA.json' with { type: 'json' };
import type { ControlKind } from './records/control.ts';

/** A control of ISO/IEC 27001:2022, Annex A: number, short title and theme. */
export type AnnexControl = { id: string; title: string; theme: ControlKind; controlTypes: readonly string[] };

/** All 93 of them, in the order of the standard. */
export const annexA = list as readonly AnnexControl[];
