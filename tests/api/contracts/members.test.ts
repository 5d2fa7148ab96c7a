import { testContracts } from "@/tests/support/contracts/contract-tests";

testContracts("Members", "Member segments", "Member's own");
