import { describe, expect, it } from '@jest/globals';
import { isInAudience } from '../../domain/rules/audience.ts';

const nobody = { roles: [], sites: [], people: [] };
const lukas = { id: 'per-lukas00000', status: 'active', site: 'graz', roles: [{ role: 'riskOwner' }] };

describe('who a campaign asks', () => {
  it('When it names neither role nor site nor person, it asks nobody', () => {
    expect(isInAudience(nobody, lukas)).toBe(false);
  });

  it('When it asks everyone, whoever is here is asked, whatever their roles', () => {
    expect(isInAudience({ ...nobody, roles: ['everyone'] }, { ...lukas, roles: [] })).toBe(true);
  });

  it('When somebody has left, they are not asked, not even by name', () => {
    const left = { ...lukas, status: 'left' };
    expect(isInAudience({ ...nobody, roles: ['everyone'] }, left)).toBe(false);
    expect(isInAudience({ ...nobody, people: [lukas.id] }, left)).toBe(false);
  });

  it('When it asks a role, those who hold it are asked, also those who hold it within a scope, and no others', () => {
    expect(isInAudience({ ...nobody, roles: ['riskOwner'] }, lukas)).toBe(true);
    expect(isInAudience({ ...nobody, roles: ['riskOwner'] }, { ...lukas, roles: [{ role: 'riskOwner', scope: 'graz' }] })).toBe(true);
    expect(isInAudience({ ...nobody, roles: ['auditor'] }, lukas)).toBe(false);
  });

  it('When it names sites, a role is asked there only, and sites alone ask everybody there', () => {
    expect(isInAudience({ ...nobody, roles: ['everyone'], sites: ['wien'] }, lukas)).toBe(false);
    expect(isInAudience({ ...nobody, roles: ['riskOwner'], sites: ['graz'] }, lukas)).toBe(true);
    expect(isInAudience({ ...nobody, roles: ['auditor'], sites: ['graz'] }, lukas)).toBe(false);
    expect(isInAudience({ ...nobody, sites: ['graz'] }, { ...lukas, roles: [] })).toBe(true);
  });

  it('When somebody is named, they are asked wherever they work', () => {
    expect(isInAudience({ roles: ['auditor'], sites: ['wien'], people: [lukas.id] }, lukas)).toBe(true);
  });
});
