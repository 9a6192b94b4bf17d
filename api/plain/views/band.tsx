import type { Band as BandName } from '../../../domain/records/common.ts';
import type { Speaker } from '../../../domain/words/speaker.ts';

/** How big a risk is: slate blue in four steps, never a colour of lateness. */
export const Band = ({ band, speaker: { t } }: { band: BandName; speaker: Speaker }) => (
  <span className={`band ${band}`}>{t(`bands.${band}`)}</span>
);
