/** The few members of the WebAssembly interface that are used; TypeScript has them only in its browser library. */
declare namespace WebAssembly {
  type Exports = Record<string, unknown>;
  interface Module {
    readonly brand?: 'WebAssembly.Module';
  }
  interface Instance {
    readonly exports: Exports;
  }
  function compile(bytes: Uint8Array): Promise<Module>;
  function instantiate(module: Module, imports: Record<string, object>): Promise<Instance>;
}
