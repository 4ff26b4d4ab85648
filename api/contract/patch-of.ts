import * as z from 'zod'

type WithoutDefault<T> = T extends z.ZodDefault<infer Inner> ? Inner : T
type PatchShape<S extends z.ZodRawShape> = { -readonly [K in keyof S]: z.ZodOptional<WithoutDefault<S[K]>> }

/**
 * The body of a PATCH for what `create` takes: every field may be absent, and an absent field stays as it is. Zod's own
 * `partial()` would fill in the defaults of creation and so empty every list that was not sent.
 */
export const patchOf = <S extends z.ZodRawShape>(
  create: z.ZodObject<S, z.core.$strict>,
): z.ZodObject<PatchShape<S>, z.core.$strict> => {
  const shape = Object.entries<z.core.SomeType>(create.shape).map(([name, field]) => [
    name,
    z.optional(field instanceof z.ZodDefault ? field.unwrap() : field),
  ])
  return z.strictObject(Object.fromEntries(shape) as PatchShape<S>)
}
