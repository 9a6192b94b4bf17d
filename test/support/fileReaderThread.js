import { register } from 'tsx/esm/api';

register();
await import('../../api/import/thread.ts');
