import { type Check, ok } from './finding.ts';

export const configurationChecks: readonly Check[] = [
  {
    check: 'configuration',
    title: 'Configuration',
    todo: '',
    look: async ({ operations }) => {
      const advice = operations?.advice ?? [];
      return advice.length === 0 ? ok('Nothing to say.') : advice.map(({ says, todo }) => ({ state: 'warning' as const, says, todo }));
    },
  },
];
