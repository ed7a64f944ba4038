/** Who looks at the page, as the page's frame shows them. Put on the request by src/session. */
export interface Viewer {
  readonly username: string;
  /** Path of the picture, if there is one. */
  readonly pictureUrl?: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    viewer?: Viewer;
  }
}
