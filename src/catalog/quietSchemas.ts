import { z } from 'zod'

// Zod probes `new Function` to compile its schemas, which a strict content security policy refuses and reports. This
// module comes first wherever schemas are used.
z.config({ jitless: true })
