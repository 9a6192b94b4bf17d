import { createServer } from 'node:net';
import type { Config } from '../config.ts';
import { mongoAnswers } from './mongo.ts';
import { claimFreePort, claimUsualPort } from './portClaims.ts';
import { oneLine, StartFailure } from './startFailure.ts';
import { temporalAnswers } from './temporal.ts';

/** Where everything answers; a port stands where the server is ours. */
export type Addresses = {
  temporal: { address: string; port?: number; uiPort?: number };
  mongodb: { uri: string; port?: number };
  smtp: { url: string; port?: number; pagePort?: number };
};

type PortChoice = (usual: number) => Promise<number>;

/** The addresses that are given, and for the embedded servers their usual ports if free and wanted, else free ones. */
export async function chooseAddresses({ temporalAddress, mongodbUri, smtpUrl }: Config, usual = true): Promise<Addresses> {
  const choose: PortChoice = usual ? claimUsualPort : claimFreePort;
  return {
    temporal: temporalAddress === undefined ? await embeddedTemporal(choose) : { address: temporalAddress },
    mongodb: mongodbUri === undefined ? await embeddedMongo(choose) : { uri: mongodbUri },
    smtp: smtpUrl === undefined ? await embeddedMail(choose) : { url: smtpUrl },
  };
}

/** Refuses (StartFailure) when a server of the operator's own does not answer in time, or the product's port is taken. */
export async function checkAddresses(config: Config, patience: number): Promise<void> {
  if (!(await portIsOurs(config.port))) {
    throw new StartFailure(`PORT ${config.port} is taken by another program. Stop that one, or set another PORT.`);
  }
  const { temporalAddress, temporalNamespace, temporalSecurity, mongodbUri } = config;
  if (temporalAddress !== undefined) {
    await temporalAnswers({ address: temporalAddress, ...temporalSecurity }, temporalNamespace, patience).catch((fault) => {
      throw new StartFailure(
        `TEMPORAL_ADDRESS ${temporalAddress} does not answer for namespace ${temporalNamespace} (${oneLine(fault)}).`,
        fault,
      );
    });
  }
  if (mongodbUri !== undefined) {
    await mongoAnswers(mongodbUri, patience).catch((fault) => {
      throw new StartFailure(`MONGODB_URI does not answer (${oneLine(fault)}).`, fault);
    });
  }
}

async function embeddedTemporal(choose: PortChoice) {
  const [port, uiPort] = [await choose(7233), await choose(8233)];
  return { address: `127.0.0.1:${port}`, port, uiPort };
}

async function embeddedMongo(choose: PortChoice) {
  const port = await choose(27017);
  return { uri: `mongodb://127.0.0.1:${port}/fourstroke?directConnection=true`, port };
}

async function embeddedMail(choose: PortChoice) {
  const [port, pagePort] = [await choose(1025), await choose(8025)];
  return { url: `smtp://127.0.0.1:${port}`, port, pagePort };
}

/** On all interfaces, as the API will ask for it. */
function portIsOurs(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen({ port, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
