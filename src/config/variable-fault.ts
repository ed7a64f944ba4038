/** One sentence about one variable: what is wrong and how to put it right. Never holds a secret value. */
export class VariableFault extends Error {}
