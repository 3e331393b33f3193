package main

import (
	"crypto/rsa"
	"net/http"
	"slices"
	"strings"

	"github.com/golang-jwt/jwt/v5"
)

type claims struct {
	jwt.RegisteredClaims
	Accounts    []string `json:"accounts"`
	Permissions []string `json:"permissions"`
}

// caller is who asks, in the account that the request names.
type caller struct {
	user    string
	account string
}

type verifier struct {
	parser *jwt.Parser
	key    jwt.Keyfunc
}

func newVerifier(key *rsa.PublicKey) *verifier {
	return &verifier{
		parser: jwt.NewParser(jwt.WithValidMethods([]string{"RS256"}), jwt.WithExpirationRequired()),
		key:    func(*jwt.Token) (any, error) { return key, nil },
	}
}

// need is what a caller must be permitted.
type need int

const (
	nothing need = iota
	reading
	managing
)

// caller checks the token and the account of a request. Whoever may manage may also read.
func (v *verifier) caller(r *http.Request, needed need) (caller, error) {
	token, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	if !ok {
		return caller{}, httpError{http.StatusUnauthorized, "a bearer token is needed"}
	}
	var c claims
	if _, err := v.parser.ParseWithClaims(token, &c, v.key); err != nil || c.Subject == "" {
		return caller{}, httpError{http.StatusUnauthorized, "the token is not valid"}
	}
	account := r.Header.Get("gtmhub-accountId")
	if account == "" {
		return caller{}, httpError{http.StatusBadRequest, "the header gtmhub-accountId is missing"}
	}
	if !slices.Contains(c.Accounts, account) {
		return caller{}, httpError{http.StatusForbidden, "not your account"}
	}
	manages := slices.Contains(c.Permissions, "kpis:manage")
	reads := manages || slices.Contains(c.Permissions, "kpis:read")
	if needed == managing && !manages || needed == reading && !reads {
		return caller{}, httpError{http.StatusForbidden, "not permitted"}
	}
	return caller{user: c.Subject, account: account}, nil
}
