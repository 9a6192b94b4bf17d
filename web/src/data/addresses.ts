/** Pages that work without script. */
export const runPage = (run: string): string => `/runs/${encodeURIComponent(run)}`;
export const taskPage = (task: string): string => `/tasks/${task.split('/').map(encodeURIComponent).join('/')}`;
export const reportPage = '/report';
