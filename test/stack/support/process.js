import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';

// Comes up and stops as a worker or an API does, never says that it is up, or dies at once; writes down its environment and the moment of its end.
const [role, behaviour] = process.argv.slice(2);
const note = (line) => appendFileSync(`${process.env.DATA_DIR}/notes`, `${JSON.stringify(line)}\n`);

if (behaviour === 'dies') process.exit(3);
note({ role, env: process.env });
if (role === 'api') createServer((_request, response) => response.end('ready')).listen(Number(process.env.PORT));
else setInterval(() => undefined, 1000);
if (behaviour !== 'silent') process.send?.({ ready: true });
process.on('SIGTERM', () => {
  if (behaviour === 'stubborn') return;
  note({ role, stopped: true });
  process.exit(0);
});
