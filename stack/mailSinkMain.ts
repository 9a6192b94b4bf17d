import { startMailSink } from './mailSink.ts';

const [folder = '', smtpPort, httpPort] = process.argv.slice(2);
const sink = await startMailSink({ folder, smtpPort: Number(smtpPort), httpPort: Number(httpPort) });

const stop = async () => {
  await sink.stop();
  process.exit(0);
};
process.once('SIGTERM', stop);
// Whoever started us is gone.
process.once('disconnect', stop);
process.send?.({ ready: true });
