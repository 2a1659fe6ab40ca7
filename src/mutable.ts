/** A value in the making, to be handed out as `T`. */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] }
