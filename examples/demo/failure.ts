/** Ends the demo with sentences for the person who started it. */
export class DemoFailure extends Error {}
