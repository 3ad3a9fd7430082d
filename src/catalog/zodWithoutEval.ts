import { z } from 'zod'

/** Imported first by every entry: under a strict Content-Security-Policy zod must not even try `new Function`. */
z.config({ jitless: true })
