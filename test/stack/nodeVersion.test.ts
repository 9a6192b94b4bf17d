import { expect, it } from '@jest/globals';
// @ts-expect-error plain JavaScript, so that it parses on an old Node
import { tooOld } from '../../stack/nodeVersion.js';

it.each(['v20.19.0', 'v20.20.2', 'v22.12.0', 'v24.1.0'])('Node %s is new enough', (version) => {
  expect(tooOld(version)).toBeUndefined();
});

it.each(['v12.22.0', 'v18.20.4', 'v20.18.3'])('Node %s is too old, and one line says what is needed', (version) => {
  expect(tooOld(version)).toBe(`Fourstroke needs Node 20.19 or newer (20, 22 or 24); this is ${version}.`);
});
