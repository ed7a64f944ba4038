/**
 * A client has shown that it is who it says. What is left to do when everything else about it is right, too: refuse what
 * only its owner may be told, and note what must not happen twice.
 */
export type ClientProof = () => void | Promise<void>;
