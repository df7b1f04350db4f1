/**
 * What host and reader child say to each other besides the contract of shared/intake/interpretation.ts: the host acknowledges every
 * answer once it is done with it, and the child never has more than `answerWindow` answers under way, so a fast reader cannot flood a
 * slow writer. Acknowledging works over every transport, callbacks of `send` do not.
 */
import type { ChildRequest } from '../../shared/intake/interpretation.ts';

export interface Acknowledgement {
  type: 'ack';
}

export type HostMessage = ChildRequest | Acknowledgement;

export const answerWindow = 4;
