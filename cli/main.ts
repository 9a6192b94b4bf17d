import { readClientConfig } from '../config.ts';
import { runProgram } from './program.ts';

for (const stream of [process.stdout, process.stderr])
  stream.on('error', (fault: NodeJS.ErrnoException) => {
    // Whoever has read enough (`| head`) closes the pipe.
    if (fault.code === 'EPIPE') process.exit();
    throw fault;
  });

process.exitCode = await runProgram(process.argv.slice(2), { config: readClientConfig, stdout: process.stdout, stderr: process.stderr });
