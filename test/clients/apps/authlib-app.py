"""A relying party of Authlib: prints the address to open, reads the callback address, prints what it verified."""

import json
import os
import secrets

import requests
from authlib.integrations.requests_client import OAuth2Session
from authlib.jose import JsonWebKey, jwt
from authlib.oidc.core import CodeIDToken

os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"  # the test server is on the loopback address
issuer = os.environ["ISSUER"]
provider = requests.get(issuer + "/.well-known/openid-configuration", timeout=10).json()
assert provider["issuer"] == issuer

session = OAuth2Session(
    os.environ["CLIENT_ID"],
    os.environ["CLIENT_SECRET"],
    scope="openid profile email",
    redirect_uri=os.environ["REDIRECT_URI"],
    code_challenge_method="S256",
)
verifier, nonce = secrets.token_urlsafe(48), secrets.token_urlsafe(16)
url, state = session.create_authorization_url(provider["authorization_endpoint"], code_verifier=verifier, nonce=nonce)
print(url, flush=True)

token = session.fetch_token(
    provider["token_endpoint"], authorization_response=input(), code_verifier=verifier, state=state
)
keys = JsonWebKey.import_key_set(requests.get(provider["jwks_uri"], timeout=10).json())
claims = jwt.decode(
    token["id_token"],
    keys,
    claims_cls=CodeIDToken,
    claims_options={"iss": {"essential": True, "value": issuer}, "aud": {"essential": True, "value": os.environ["CLIENT_ID"]}},
    claims_params={"nonce": nonce, "client_id": os.environ["CLIENT_ID"], "access_token": token["access_token"]},
)
claims.validate()
userinfo = session.get(provider["userinfo_endpoint"], timeout=10).json()
print(json.dumps({"verified": dict(claims), "userinfo": userinfo}), flush=True)
