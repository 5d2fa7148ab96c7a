"use client";

import NextLink from "next/link";
import { type ComponentProps, useState } from "react";

/**
 * Prefetches its target on hover, touch or focus. Next.js prefetches every link in view, which caused up to a hundred requests
 * for a list of fifty rows.
 */
export function Link({ onMouseEnter, onTouchStart, onFocus, ...rest }: ComponentProps<typeof NextLink>) {
  const [isPrefetching, setIsPrefetching] = useState(false);
  return (
    <NextLink
      prefetch={isPrefetching ? null : false}
      onMouseEnter={(event) => {
        setIsPrefetching(true);
        onMouseEnter?.(event);
      }}
      onTouchStart={(event) => {
        setIsPrefetching(true);
        onTouchStart?.(event);
      }}
      onFocus={(event) => {
        setIsPrefetching(true);
        onFocus?.(event);
      }}
      {...rest}
    />
  );
}
