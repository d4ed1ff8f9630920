export class Lie extends Error {}
