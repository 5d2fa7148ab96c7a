/** Fixed keys, so that a signature or a ciphertext of one run can be read in the next. They protect nothing. */
export const TEST_SECRETS = {
  NEXTAUTH_SECRET: "YSBzZWNyZXQgZm9yIHRoZSB0ZXN0cyBvbmx5LCAzNiBieXRl",
  ENCRYPTION_KEY: "dGhpcnR5LXR3byBieXRlcyBmb3IgdGVzdHMgb25seSE=",
  PASS_SIGNING_KEY: "MC4CAQAwBQYDK2VwBCIEIMh8spAfWdF8L/YW5EmDBoqY3RtYF5dt810K8DuggJ7F",
};
