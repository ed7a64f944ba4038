/** Who looks at the page, as the page's frame shows them. Put on the request by src/session. */
export interface Viewer {
  readonly username: string;
  /** Path of the picture, if there is one. */
  readonly pictureUrl?: string;
  /** The zone (IANA) that they want to read times in. */
  readonly timeZone?: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    viewer?: Viewer;
  }
}
