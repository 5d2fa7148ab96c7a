import { testContracts } from "@/tests/support/contract-tests";

testContracts("Imports");
