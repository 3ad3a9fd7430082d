/** The package's own types stand beside its wasm, where its entry does not point. */
declare module 'clipper2-wasm' {
  import type { MainModule } from 'clipper2-wasm/dist/clipper2z'

  export default function createClipper(): Promise<MainModule>
}
