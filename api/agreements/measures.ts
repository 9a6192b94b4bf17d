import { type Check, problem } from './check.ts';

/** What is measured for a plan are controls that it brings about. */
export const measuresOfPlanAgree: Check = async (store, { run }, outcome) => {
  const { measures } = outcome as { measures: { control: string }[] };
  const plan = await store.treatmentPlans.get(String((await store.runs.get(run))?.subject.plan));
  const planned = new Set(plan?.items.map(({ control }) => control));
  return measures.flatMap(({ control }, n) =>
    planned.has(control)
      ? []
      : [
          problem(
            `measures.${n}.control`,
            `${control} is no control of ${plan?.id}: ${[...planned].join(', ')}.`,
            `${control} ist keine Maßnahme von ${plan?.id}: ${[...planned].join(', ')}.`,
          ),
        ],
  );
};
