import { testContracts } from "@/tests/support/contract-tests";

testContracts("Members", "Member segments", "Member's own");
