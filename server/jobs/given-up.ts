/** Thrown by work that must not be tried again by itself: its job stands as failed until somebody asks for it. */
export class GivenUp extends Error {}
