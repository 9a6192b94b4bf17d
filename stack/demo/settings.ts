import { mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../config.ts';
import { oneLine, StartFailure } from '../startFailure.ts';
import { paceOfThisMachine } from './pace.ts';
import type { Quarter } from './quarter.ts';

/**
 * The configuration of the demo: a new organization in a new folder below DATA_DIR, on embedded servers only, so that nothing of the user's is touched and no
 * mail leaves this machine. CLOCK_SPEED, where it is set, is the demo's too. Refuses (StartFailure) where real servers are named, and in production.
 */
export function demoConfig(config: Config, { start }: Quarter): Config {
  refuseRealServers(config);
  const dataDir = newFolder(config.dataDir);
  return {
    ...config,
    ...{ dataDir, evidenceDir: join(dataDir, 'evidence'), publicUrl: `http://localhost:${config.port}`, example: true },
    ...{ clockSpeed: config.clockSpeed === 1 ? paceOfThisMachine() : config.clockSpeed, clockStart: config.clockStart ?? start },
    ...{ secret: undefined, adminPassword: undefined, adminToken: undefined, mailRedirectTo: undefined },
    adminEmail: 'hanna.vogt@tessel.example',
  };
}

function refuseRealServers({ temporalAddress, mongodbUri, smtpUrl, production }: Config): void {
  if (production) throw new StartFailure('The demo lets time run faster, which is refused where NODE_ENV is production.');
  const given = Object.entries({ TEMPORAL_ADDRESS: temporalAddress, MONGODB_URI: mongodbUri, SMTP_URL: smtpUrl });
  const names = given.filter(([, value]) => value !== undefined).map(([name]) => name);
  if (names.length > 0)
    throw new StartFailure(`The demo runs on servers of its own, so that nothing real is touched: take ${names.join(', ')} away.`);
}

function newFolder(parent: string): string {
  try {
    mkdirSync(parent, { recursive: true, mode: 0o700 });
    return mkdtempSync(join(parent, 'demo-'));
  } catch (fault) {
    throw new StartFailure(`DATA_DIR ${parent} cannot be written (${oneLine(fault)}).`, fault);
  }
}
