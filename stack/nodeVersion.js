// Must parse on any Node that knows modules, so that an old one gets a sentence and not a syntax error.

/** Why this Node cannot run us, in one sentence; undefined when it can. */
export function tooOld(version) {
  const parts = version.replace(/^v/, '').split('.').map(Number);
  const enough = parts[0] > 20 || (parts[0] === 20 && parts[1] >= 19);
  return enough ? undefined : `Fourstroke needs Node 20.19 or newer (20, 22 or 24); this is ${version}.`;
}
