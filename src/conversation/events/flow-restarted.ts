/** A flow changed while the citizen was in it: it began again. */
export interface FlowRestarted {
  readonly kind: 'flow-restarted';
  readonly flow: string;
}
