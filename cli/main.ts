import { childEnvironment } from '../config.ts';
import { runProgram } from './program.ts';

// A reader that has seen enough (`| head`) closes the pipe; that is no fault.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => process.exit());

process.exitCode = await runProgram(process.argv.slice(2), { env: childEnvironment({}), stdout: process.stdout, stderr: process.stderr });
