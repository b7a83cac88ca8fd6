import { storageContract } from '../contracts/storage-contract.ts';
import { openMemoryDatabase } from '../support/embedded-database.ts';

storageContract('the embedded database', openMemoryDatabase);
