package com.example.kpigroups.web;

import com.example.kpigroups.Caller;
import java.util.List;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.server.ResponseStatusException;

@Component
class CallerArgumentResolver implements HandlerMethodArgumentResolver {

  private static final String ACCOUNT = "gtmhub-accountId";

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Caller.class;
  }

  @Override
  public Caller resolveArgument(
      MethodParameter parameter,
      ModelAndViewContainer container,
      NativeWebRequest request,
      WebDataBinderFactory binders) {
    String account = request.getHeader(ACCOUNT);
    if (account == null || account.isBlank()) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "The header " + ACCOUNT + " is missing");
    }
    Jwt token = (Jwt) SecurityContextHolder.getContext().getAuthentication().getPrincipal();
    List<String> accounts = token.getClaimAsStringList("accounts");
    if (accounts == null || !accounts.contains(account)) {
      throw new AccessDeniedException("Not an account of the token");
    }
    return new Caller(account, token.getSubject());
  }
}
