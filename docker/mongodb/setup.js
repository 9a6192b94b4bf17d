// Run by mongosh: one member makes a replica set, and the product gets a user with rights on its own database only. May be run again at any time.
const fs = require('node:fs');
const secret = (name) => fs.readFileSync(`/run/secrets/${name}`, 'utf8').trim();

try {
  rs.status();
} catch (failure) {
  if (failure.codeName !== 'NotYetInitialized') throw failure;
  rs.initiate({ _id: 'rs0', members: [{ _id: 0, host: 'mongodb:27017' }] });
}
while (!db.hello().isWritablePrimary) sleep(200);

const product = db.getSiblingDB('fourstroke');
const user = { pwd: secret('mongodb_password'), roles: [{ role: 'readWrite', db: 'fourstroke' }] };
if (product.getUser('fourstroke') === null) product.createUser({ user: 'fourstroke', ...user });
else product.updateUser('fourstroke', user);
print('The replica set is there, and so is the user of the product.');
