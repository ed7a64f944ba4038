/** Who looks at the page, as the page's frame shows them. Put on the request by src/session. */
export interface Viewer {
  readonly username: string;
  /** Path of the picture, if there is one. */
  readonly pictureUrl?: string;
  /** The zone (IANA) that they want to read times in. */
  readonly timeZone?: string;
  /** Whether the console is for them. */
  readonly isStaff?: boolean;
}

declare module 'fastify' {
  interface FastifyRequest {
    viewer?: Viewer;
    /** The page stands in a small window of the app's (OpenID Connect Core §3.1.2.1 `display`). */
    isInPopup?: boolean;
  }
}
