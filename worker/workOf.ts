/** What a workflow works on: a task and its run, a run (also in a batch of it), or something of the engine's own. */
export function workOf(workflowId: string, workflowType: unknown): { run?: string; task?: string; workflow?: string } {
  const [run = ''] = workflowId.split('/');
  if (workflowType === 'task') return { run, task: workflowId };
  return typeof workflowType !== 'string' || engineOwn.has(workflowType) ? { workflow: workflowId } : { run };
}

const engineOwn = new Set(['letterbox', 'upkeep', 'registerImport', 'opening', 'scheduler', 'departure']);
