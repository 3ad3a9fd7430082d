import type { Language } from './indicators/parseArguments'

/** A scope that the catalog does not have. */
export function unknownScope(scope: string, scopes: readonly { readonly id: string }[], language: Language): string {
  const there = scopes.map(({ id }) => id).join(', ')
  return language === 'zh'
    ? `--scope: 应为 ${there || '无(目录没有范围)'},实为 ${scope}`
    : `--scope: expected ${there || 'none (the catalog has no scopes)'}, found ${scope}`
}
