import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Api } from './deps.ts';
import type { Download } from './download.ts';
import type { Limits } from './limits.ts';
import type { Allow, Caller } from './policy.ts';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

type Input<P, Q, B, C> = {
  params: P;
  query: Q;
  body: B;
  caller: C;
  api: Api;
  /** Same value for the same request sent again: actor, route and the caller's Idempotency-Key, or random without one. */
  key: string;
  /** This request was sent before and got no final answer, so its effect may be there already. */
  repeated: boolean;
  request: Request;
  response: Response;
};

/** An answer with another status than the endpoint's usual one. */
export class Reply {
  readonly status: number;
  readonly body: unknown;
  constructor(status: number, body: unknown) {
    this.status = status;
    this.body = body;
  }
}

type None = z.ZodObject<Record<string, never>>;
type CallerOf<A extends Allow> = A extends 'anyone' ? Caller | undefined : Caller;

/** Who wants to send files, and where to. */
export type Welcome<P, C> = { params: P; caller: C; api: Api; repeated: boolean };

export type EndpointSpec<A extends Allow, P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, O extends z.ZodType> = {
  method: Method;
  /** With `{name}` for parameters, as OpenAPI writes it. */
  path: string;
  tag: string;
  summary: string;
  /** What it asks of the caller's roles; which records it shows is a matter of scopes. */
  allow: A;
  params?: P;
  query?: Q;
  body?: B;
  /** Takes files beside or instead of fields, as a form sends them; `welcome` says before any of them is read whether they are. */
  files?: { description: string; welcome(asked: Welcome<z.output<P>, CallerOf<A>>): Promise<void> };
  /** Takes a file instead of JSON. */
  file?: { description: string; megabytes: number; types: readonly string[] };
  /** Answers with a file instead of JSON. */
  download?: { description: string; types: readonly string[] };
  /** 200 unless said; 204 has no output. */
  status?: number;
  /** Further answers than the usual one, for the documentation. */
  also?: Record<number, string>;
  output?: O;
  /** Lets somebody in by other means than a person's token or session, or throws the refusal; then nobody is asked who they are. */
  admit?(request: Request, api: Api): void;
  /** The content type of an answer that is text and not JSON. */
  text?: string;
  /** How often it may fail, where somebody may guess. */
  limit?: keyof Limits;
  /** False where an answer cannot be given twice (a cookie is set). */
  idempotent?: false;
  handle(input: Input<z.output<P>, z.output<Q>, z.output<B>, CallerOf<A>>): Promise<z.input<O> | Reply | Download>;
};

export type Endpoint = EndpointSpec<Allow, z.ZodType, z.ZodType, z.ZodType, z.ZodType>;

/** An endpoint as data: the list of them yields routes, OpenAPI and the rights test. */
export const endpoint = <
  const A extends Allow,
  O extends z.ZodType,
  P extends z.ZodType = None,
  Q extends z.ZodType = None,
  B extends z.ZodType = None,
>(
  spec: EndpointSpec<A, P, Q, B, O>,
): Endpoint => spec as unknown as Endpoint;
