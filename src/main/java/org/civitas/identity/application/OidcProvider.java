package org.civitas.identity.application;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.civitas.shared.RuleViolation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Speaks with the identity provider: authorisation code with PKCE, state and nonce; the ID token is verified. */
@Component
class OidcProvider {

    private static final Logger LOG = LoggerFactory.getLogger(OidcProvider.class);
    private static final int PATIENCE_MS = 5_000;

    /** What this browser must bring back; it is kept in a locked cookie. */
    record Memory(String state, String nonce, String verifier) {

        static Memory fresh() {
            return new Memory(new State().getValue(), new Nonce().getValue(), new CodeVerifier().getValue());
        }
    }

    private final OidcSettings settings;
    private volatile Optional<OIDCProviderMetadata> known = Optional.empty();

    OidcProvider(OidcSettings settings) {
        this.settings = settings;
    }

    /** Where the browser goes to prove who it is. */
    URI authorization(Memory memory) {
        try {
            return new AuthenticationRequest.Builder(
                            ResponseType.CODE, new Scope("openid", "profile"), client(), settings.callback())
                    .endpointURI(metadata().getAuthorizationEndpointURI())
                    .state(new State(memory.state()))
                    .nonce(new Nonce(memory.nonce()))
                    .codeChallenge(new CodeVerifier(memory.verifier()), CodeChallengeMethod.S256)
                    .build()
                    .toURI();
        } catch (GeneralException | IOException e) {
            throw failed("provider not reached", e);
        }
    }

    /**
     * Answers the claim that names the account.
     *
     * @param answer the address with which the provider sent the browser back
     * @throws RuleViolation {@code oidc.failed} if anything does not fit
     */
    String accountOf(URI answer, Memory memory) {
        try {
            AuthenticationResponse response = AuthenticationResponseParser.parse(answer);
            OIDCProviderMetadata metadata = metadata();
            boolean ours = new State(memory.state()).equals(response.getState());
            boolean fromHim =
                    response.getIssuer() == null || response.getIssuer().equals(metadata.getIssuer());
            if (!ours || !fromHim || !response.indicatesSuccess()) {
                throw failed("answer refused", null);
            }
            var grant = new AuthorizationCodeGrant(
                    response.toSuccessResponse().getAuthorizationCode(),
                    settings.callback(),
                    new CodeVerifier(memory.verifier()));
            var idToken = exchanged(metadata, grant).getOIDCTokens().getIDToken();
            var claims = new IDTokenValidator(
                            metadata.getIssuer(),
                            client(),
                            JWSAlgorithm.RS256,
                            metadata.getJWKSetURI().toURL())
                    .validate(idToken, new Nonce(memory.nonce()));
            return Optional.ofNullable(claims.getStringClaim(settings.claim()))
                    .orElseThrow(() -> failed("no claim " + settings.claim(), null));
        } catch (GeneralException | IOException | BadJOSEException | JOSEException e) {
            throw failed("code flow broken", e);
        }
    }

    private OIDCTokenResponse exchanged(OIDCProviderMetadata metadata, AuthorizationCodeGrant grant)
            throws GeneralException, IOException {
        HTTPRequest request = new TokenRequest.Builder(
                        metadata.getTokenEndpointURI(),
                        new ClientSecretBasic(client(), new Secret(settings.clientSecret())),
                        grant)
                .build()
                .toHTTPRequest();
        request.setConnectTimeout(PATIENCE_MS);
        request.setReadTimeout(PATIENCE_MS);
        var response = OIDCTokenResponseParser.parse(request.send());
        if (!response.indicatesSuccess()) {
            throw failed("token refused: " + response.toErrorResponse().getErrorObject(), null);
        }
        return (OIDCTokenResponse) response.toSuccessResponse();
    }

    private OIDCProviderMetadata metadata() throws GeneralException, IOException {
        Issuer issuer = new Issuer(settings.issuer());
        Optional<OIDCProviderMetadata> before = known.filter(m -> m.getIssuer().equals(issuer));
        if (before.isPresent()) {
            return before.get();
        }
        OIDCProviderMetadata read = OIDCProviderMetadata.resolve(issuer, PATIENCE_MS, PATIENCE_MS);
        known = Optional.of(read);
        return read;
    }

    private ClientID client() {
        return new ClientID(settings.clientId());
    }

    private static RuleViolation failed(String why, @org.jspecify.annotations.Nullable Exception cause) {
        LOG.warn("log-in at the provider: {}", why, cause);
        return new RuleViolation("oidc.failed", "统一身份认证没有通过，请重试；多次失败请联系系统管理员。");
    }
}
