"use client";

import NextLink from "next/link";
import { type ComponentProps, useState } from "react";

/**
 * Fetches the page that it leads to once it is pointed at, touched or focused. Next would do so for every link in view: a list
 * of fifty rows asked the server a hundred times, for pages of which one is opened.
 */
export function Link({ onMouseEnter, onTouchStart, onFocus, ...rest }: ComponentProps<typeof NextLink>) {
  const [isWanted, setWanted] = useState(false);
  return (
    <NextLink
      prefetch={isWanted ? null : false}
      onMouseEnter={(event) => {
        setWanted(true);
        onMouseEnter?.(event);
      }}
      onTouchStart={(event) => {
        setWanted(true);
        onTouchStart?.(event);
      }}
      onFocus={(event) => {
        setWanted(true);
        onFocus?.(event);
      }}
      {...rest}
    />
  );
}
