/** The measure of the published series that counts the flag itself, for whoever shows the two side by side. */
import { FLAGGED } from '#figures/series/flag-use.ts';

export const FLAG_MEASURE = FLAGGED;
