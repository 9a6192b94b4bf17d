import { counted } from '../../../cli/words.ts';
import { definitionOf } from '../../../workflows/definitions.ts';
import { idIn } from '../facts.ts';
import { line, listed, type Tell } from './line.ts';

export const runs: Record<string, Tell> = {
  opened: (entry) => {
    const { process, startedBy } = entry.data as { process: string; startedBy?: string };
    const title = definitionOf(process)?.title.en ?? process;
    if (startedBy === undefined) return line(entry.id, `${title} opens: ${idIn(entry)}.`);
    const isScheduled = startedBy.startsWith('schedules/');
    return line(entry.id, isScheduled ? `The schedule opens the ${lower(title)} ${idIn(entry)}.` : `${startedBy} starts ${idIn(entry)}.`);
  },
  asked: ({ id, data }) => line(id, `It asks about ${counted(Number(data.subjects), 'risk')}.`),
  closed: (entry) => {
    const { outcome, gates = [] } = entry.data as { outcome: string; gates?: { gate: string; passed: boolean; detail: string }[] };
    const names = (passed: boolean) => gates.filter((one) => one.passed === passed).map(({ gate }) => gate);
    const missed = gates.filter(({ passed }) => !passed).map(({ gate, detail }) => `Gate ${gate} is open: ${detail}`);
    const passed = names(true).length === 0 ? [] : [`Gates ${listed(names(true))} are passed.`];
    return line(entry.id, [`${idIn(entry)} closes, ${outcome}.`, ...passed, ...missed].join(' '));
  },
};

const lower = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1);
