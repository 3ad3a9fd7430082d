import type { Words } from '../language'

export const evidence: Words['evidence'] = {
  title: 'Evidence',
  about:
    'One file: formula, parameters, every feature, the feeds themselves. Elsewhere it can be computed again and compared.',
  past: 'Evidence of {{time}}: the feeds are written as they were known then, and marked reconstructed.',
  export: 'Export evidence',
  busy: 'Writing the evidence',
  waiting: 'Ready once the feeds are loaded',
  done: 'Exported {{name}}',
  failed: 'The evidence could not be written: {{why}}',
  internal: 'The file holds internal feeds: {{feeds}}. Check before passing it on.',
  verify: 'To verify: {{command}}',
  definition: 'Definition in the catalog',
  sha256: 'SHA-256 {{short}}…',
  counts: '{{read}} read, {{accepted}} used',
  quarantined: '{{count}} quarantined',
  notRead: 'not read',
}
